// The part of a card where a reviewer decides: accept, dismiss, edit the wording, with a reason and a note.

const VERDICTS = [
  { verdict: "accepted", label: "Chấp nhận", key: "A" },
  { verdict: "dismissed", label: "Không tiếp thu", key: "D" },
  { verdict: "edited", label: "Sửa câu chữ", key: "E" },
];
const PAUSE = 1200; // milliseconds after the last letter until what was written is kept

function decisionPanel(finding, decided) {
  const panel = make("div", { className: "decide" });
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", "Quyết định");
  const buttons = VERDICTS.map(({ verdict, label, key }) => make("button",
    { type: "button", className: "verdict", dataset: { verdict }, aria: { pressed: "false" } },
    `${label} `, make("kbd", { textContent: key })));
  panel.append(heading("Quyết định"), make("div", { className: "verdicts" }, ...buttons),
    writing("wording", "Câu chữ đề nghị", 4), writing("reason", "Lý do", 2), writing("note", "Ghi chú cho cơ quan soạn thảo", 2),
    make("p", { className: "who" }));
  panel.addEventListener("click", (event) => {
    const verdict = event.target.closest(".verdict")?.dataset.verdict;
    if (verdict) decided(verdict);
  });
  listenToWriting(panel, finding, decided);
  return panel;
}

function writing(name, label, rows) {
  return make("label", { className: name, hidden: true }, label, make("textarea", { name, rows, maxLength: 10000 }));
}

function listenToWriting(panel, finding, decided) {
  let later = 0;
  const keep = () => {
    clearTimeout(later);
    if (panel.dataset.verdict && panel.dataset.verdict !== "open" && isChanged(panel)) decided(panel.dataset.verdict);
  };
  panel.addEventListener("input", () => { clearTimeout(later); later = setTimeout(keep, PAUSE); });
  panel.addEventListener("change", keep);
}

function isChanged(panel) {
  return [...panel.querySelectorAll("textarea")].some((field) => field.value !== (field.dataset.kept ?? ""));
}

// What the reviewer has written, with the verdict: a decision as the server takes it.
function decisionOf(panel, finding, verdict) {
  const value = (name) => panel?.querySelector(`[name="${name}"]`)?.value ?? "";
  const wording = verdict === "edited" ? value("wording") || finding.redraft || finding.clause : "";
  return { finding: finding.id, verdict, reason: value("reason"), wording, note: value("note") };
}

// Shows what holds. A field in which somebody writes keeps what is in it.
function showDecision(card, finding, decision) {
  const verdict = decision?.verdict ?? "open";
  card.dataset.verdict = verdict;
  const chip = card.querySelector(".chip");
  chip.hidden = verdict === "open";
  chip.textContent = verdict === "open" ? "" : `${SIGNS[verdict]} ${decision.label}`;
  const panel = card.querySelector(".decide");
  if (!panel) return;
  panel.dataset.verdict = verdict;
  for (const button of panel.querySelectorAll(".verdict")) {
    button.setAttribute("aria-pressed", String(button.dataset.verdict === verdict));
  }
  for (const field of panel.querySelectorAll("textarea")) {
    field.parentElement.hidden = verdict === "open" || (field.name === "wording" && verdict !== "edited");
    const kept = decision?.[field.name] ?? "";
    const isWriting = field === field.getRootNode().activeElement && field.value !== (field.dataset.kept ?? "");
    if (!isWriting) field.value = kept;
    field.dataset.kept = kept;
  }
  panel.querySelector(".who").textContent = verdict === "open" || !decision.at ? "" : `${decision.reviewer}, ${decision.at}`;
}

const SIGNS = { accepted: "✔", edited: "✎", dismissed: "✕" };
