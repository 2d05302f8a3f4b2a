// Draws the cards beside the document. The body of a card is built when it is first opened.

function drawCards(list, data) {
  return data.findings.map((finding, index) => {
    const head = make("button", { type: "button", className: "head", aria: { expanded: "false" } },
      make("span", { className: "badge", textContent: `${finding.sign} ${finding.number} ${finding.tierLabel}` }),
      make("span", { className: "group", textContent: finding.categoryLabel }),
      make("span", { className: "chip", hidden: true }),
      make("span", { className: "place", textContent: finding.citation }),
      make("span", { className: "message", textContent: finding.message }));
    const body = make("div", { className: "body", hidden: true });
    const card = make("div", { className: `card tier-${finding.tier}`, dataset: { finding: index } }, head, body);
    card.setAttribute("role", "listitem");
    list.append(card);
    return card;
  });
}

function openCard(card, data, index, decided) {
  const [body, finding] = [card.querySelector(".body"), data.findings[index]];
  if (!body.firstChild) body.append(...cardBody(finding), ...rulePart(finding, data.known), decisionPanel(finding, decided));
  body.hidden = false;
  card.querySelector(".head").setAttribute("aria-expanded", "true");
}

function closeCard(card) {
  card.querySelector(".body").hidden = true;
  card.querySelector(".head").setAttribute("aria-expanded", "false");
}

function cardBody(finding) {
  const parts = [];
  if (!finding.message.includes(finding.quote)) parts.push(make("blockquote", { textContent: finding.quote }));
  if (finding.suggestion) parts.push(heading("Gợi ý"), suggestionBox(finding.suggestion));
  if (finding.redraft) parts.push(heading("Có thể viết"), suggestionBox(finding.redraft));
  parts.push(heading("Vì sao"), make("p", { textContent: finding.why }));
  if (finding.context.length) {
    const words = finding.context.map((text) => `“${text}”`).join(", ");
    parts.push(heading("Từ ngữ liên quan đã xét cùng"), make("p", { textContent: words }));
  }
  if (finding.basis.length) parts.push(heading("Căn cứ pháp lý"), basisList(finding.basis));
  return parts;
}

// What the checklist or a table finds is no rule of the library: there is nothing to read or to switch off.
function rulePart({ rule }, known) {
  if (!known.includes(rule)) return [];
  return [make("button", { type: "button", className: "rule", dataset: { rule }, textContent: "Xem quy tắc, ví dụ; tắt quy tắc" })];
}

function heading(textContent) {
  return make("h3", { textContent });
}

function basisList(sources) {
  const list = make("ul", { className: "basis" });
  for (const source of sources) {
    list.append(make("li", {},
      make("span", { className: "law", textContent: source.name }),
      source.summary ? make("span", { className: "summary", textContent: source.summary }) : null,
      source.caution ? make("span", { className: "caution", textContent: `⚠ ${source.caution}` }) : null));
  }
  return list;
}

function suggestionBox(text) {
  const button = make("button", { type: "button", className: "copy", textContent: "Sao chép" });
  button.addEventListener("click", async () => {
    button.textContent = (await copy(text, button)) ? "Đã sao chép" : "Chưa sao chép được, hãy chọn và chép tay";
    setTimeout(() => { button.textContent = "Sao chép"; }, 2000);
  });
  return make("div", { className: "suggestion" }, make("p", { textContent: text }), button);
}

// The clipboard interface exists on https and on this machine only; over a plain office network the old way is left.
async function copy(text, near) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make("textarea", { value: text, className: "offscreen" });
    near.after(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    near.focus();
    return done;
  }
}

function drawNotes(details, notes, title) {
  details.hidden = notes.length === 0;
  details.querySelector("summary").textContent = `${title} (${notes.length})`;
  details.querySelector("ul").replaceChildren(...notes.map((textContent) => make("li", { textContent })));
}

function drawHeldDown(details, reasons) {
  const total = reasons.reduce((sum, { places }) => sum + places.length, 0);
  details.hidden = total === 0;
  details.querySelector("summary").textContent = `Đã cân nhắc và không nêu (${total})`;
  details.querySelector(".reasons").replaceChildren(...reasons.flatMap(({ reason, places }) => [
    make("h3", { textContent: `${reason} (${places.length})` }),
    make("ul", {}, ...places.map((place) => make("li", {}, heldPlace(place)))),
  ]));
}

function heldPlace(place) {
  return make("button", { type: "button", className: "held-place", dataset: { block: place.block } },
    make("span", { className: "quote", textContent: place.quote ? `“${place.quote}”` : place.categoryLabel }),
    make("span", { className: "place", textContent: place.citation }));
}
