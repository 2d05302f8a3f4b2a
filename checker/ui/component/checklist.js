// Draws the review checklist: answers by group with their places, those that do not apply, questions to the reader.

const PLACES_SHOWN = 3;

function drawChecklist(parent, checklist) {
  parent.replaceChildren(
    make("p", { className: "hint", textContent: checklist.summary }),
    ...checklist.groups.flatMap(({ label, items }) => [
      make("h3", { textContent: label }),
      make("ul", { className: "answers" }, ...items.map(drawAnswer)),
    ]),
    ...drawQuestions(checklist.questions),
    ...drawUnasked(checklist.unasked));
}

function drawAnswer(item) {
  return make("li", { className: `answer answer-${item.answer}` },
    make("p", { className: "question" },
      make("span", { className: "mark", textContent: `${item.sign} ${item.answerLabel}` }),
      ` ${Number(item.number)}. ${item.question}`),
    item.reason ? make("p", { className: "reason", textContent: item.reason }) : null,
    ...drawPlaces(item.evidence),
    drawGrounds(item.basis));
}

function drawPlaces(evidence) {
  const places = evidence.map((place) => make("li", {}, drawPlace(place)));
  const [first, others] = [places.slice(0, PLACES_SHOWN), places.slice(PLACES_SHOWN)];
  return [
    first.length ? make("ul", { className: "places" }, ...first) : null,
    others.length ? make("details", {},
      make("summary", { textContent: `Xem thêm ${others.length} chỗ` }),
      make("ul", { className: "places" }, ...others)) : null,
  ].filter(Boolean);
}

function drawPlace({ quote, place, file, block, named }) {
  const words = [
    make("span", { className: "quote", textContent: `“${quote}”` }),
    make("span", { className: "place", textContent: named ? `${place}, ${file}` : place }),
  ];
  if (block === null) return make("p", {}, ...words);
  return make("button", { type: "button", className: "goto", dataset: { file, block } }, ...words);
}

function drawGrounds(sources) {
  if (!sources.length) return null;
  return make("details", { className: "grounds" }, make("summary", { textContent: "Căn cứ pháp lý" }), basisList(sources));
}

function drawQuestions(questions) {
  if (!questions.length) return [];
  return [
    make("h3", { textContent: "Cần người rà soát trả lời" }),
    make("ul", { className: "answers" }, ...questions.map(({ question, why, basis }) =>
      make("li", { className: "answer answer-asked" },
        make("p", { className: "question" }, make("span", { className: "mark", textContent: "? Chưa trả lời" }), ` ${question}`),
        make("p", { className: "reason", textContent: why }),
        drawGrounds(basis)))),
  ];
}

function drawUnasked(items) {
  if (!items.length) return [];
  return [make("details", { className: "unasked" },
    make("summary", { textContent: `Không áp dụng (${items.length})` }),
    make("ul", {}, ...items.map(({ number, question, reason }) =>
      make("li", { textContent: [`${Number(number)}. ${question}`, reason].filter(Boolean).join(" ") }))))];
}
