// Draws a dossier and tells the server which paper to open, or what the user says of a role or the procedure.

const left = new Map(); // dossier id -> where the reader was when a paper was opened
const PATIENCE = 4000; // milliseconds until an unanswered word is said again
const pages = new WeakMap(); // root element -> the dossier drawn in it and the way to the server

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".dossier");
  root.dataset.theme = isDark(root) ? "dark" : "light";
  root.querySelector(".busy").textContent = "";
  const page = pages.get(root) ?? listen(root);
  const isNew = page.id !== data.id;
  clearInterval(page.again);
  Object.assign(page, { id: data.id, send: setTriggerValue });
  if (isNew) drawDossier(root, data);
  comeBack(page);
}

function listen(root) {
  const page = { root, id: null, send: null, main: root.getRootNode().host?.closest("[data-testid='stMain']") };
  root.addEventListener("click", (event) => onOpen(page, event.target.closest(".goto")));
  root.addEventListener("change", (event) => onAsk(page, event.target));
  pages.set(root, page);
  return page;
}

function onOpen(page, button) {
  if (!button) return;
  const { root, id, main } = page;
  left.set(id, { top: main?.scrollTop ?? 0, link: [...root.querySelectorAll(".goto")].indexOf(button) });
  const { file, block } = button.dataset;
  say(page, "open", { file, block: block === undefined ? null : Number(block) });
}

function onAsk(page, select) {
  page.root.querySelector(".busy").textContent = "Đang xét lại hồ sơ…";
  say(page, "ask", select.dataset.file ? { file: select.dataset.file, role: select.value } : { procedure: select.value });
}

// A word said just as the server ends a run can get lost. Each may be said twice without harm.
function say(page, name, value) {
  clearInterval(page.again);
  page.send(name, value);
  page.again = setInterval(() => (page.root.isConnected ? page.send(name, value) : clearInterval(page.again)), PATIENCE);
}

function comeBack({ root, id, main }) {
  const place = left.get(id);
  left.delete(id);
  if (!place) return;
  requestAnimationFrame(() => {
    root.querySelectorAll(".goto")[place.link]?.focus({ preventScroll: true });
    main?.scrollTo({ top: place.top, behavior: "instant" });
  });
}

function drawDossier(root, data) {
  const find = (selector) => root.querySelector(selector);
  const focused = find("select:focus")?.dataset.file;
  find("tbody").replaceChildren(...data.papers.map((paper) => drawPaper(paper, data.roles)));
  fillSelect(find(".procedure select"), data.procedures, data.procedure);
  drawFindings(find(".missing .list"), data.missing, data.checklist.questions.length
    ? "Không có tài liệu nào chắc chắn còn thiếu. Những tài liệu chưa rõ có bắt buộc hay không được hỏi ở mục “Cần người rà soát trả lời”."
    : "Không thấy thiếu tài liệu nào theo thủ tục này.");
  drawFindings(find(".between .list"), data.between, "Chưa thấy chỗ nào không khớp.");
  drawChecklist(find(".checklist"), data.checklist);
  drawNotes(find(".notes"), data.notes, "Lưu ý");
  if (focused) [...root.querySelectorAll("tbody select")].find(({ dataset }) => dataset.file === focused)?.focus();
}

function drawPaper({ file, role, problem, tiers }, roles) {
  const select = make("select", { dataset: { file }, aria: { label: `Vai trò của ${file}` } });
  fillSelect(select, roles, role);
  return make("tr", {}, make("td", {}, ...(problem ? unread(file, problem) : readable(file, tiers))), make("td", {}, select));
}

function unread(file, problem) {
  return [make("span", { textContent: file }), make("p", { className: "problem", textContent: `⚠ Không đọc được. ${problem}` })];
}

function readable(file, tiers) {
  const counts = tiers.map(({ key, sign, label, count }) =>
    make("span", { className: `tier-${key}`, textContent: `${sign} ${count} ${label}` }));
  return [paperLink(file), make("p", { className: "tally" }, ...(counts.length ? counts : ["Không có chỗ nào được nêu"]))];
}

function paperLink(file) {
  return make("button", { type: "button", className: "goto", dataset: { file }, textContent: file });
}

function fillSelect(select, options, value) {
  select.replaceChildren(...options.map(({ key, label }) => make("option", { value: key, textContent: label })));
  select.value = value;
}

function drawFindings(list, findings, none) {
  list.replaceChildren(...(findings.length ? findings.map(drawFinding) : [make("p", { className: "fine", textContent: none })]));
}

function drawFinding(finding) {
  return make("article", { className: `card tier-${finding.tier}` },
    make("span", { className: "badge", textContent: `${finding.sign} ${finding.tierLabel}` }),
    make("p", { textContent: finding.message }),
    finding.at ? drawPlace(finding.at) : null,
    finding.at && finding.papers.length ? make("p", { className: "also" }, "Đối chiếu với: ", ...finding.papers.map(paperLink)) : null,
    make("details", {},
      make("summary", { textContent: "Lý do, căn cứ và gợi ý" }),
      make("div", { className: "body" }, ...cardBody(finding))));
}
