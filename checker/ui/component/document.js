// Draws the document: paragraphs, tables, and a nested mark for each finding over a piece of text.

const ITEMS_IN_A_CHUNK = 25; // a chunk off screen is skipped by the browser's layout (content-visibility)

function drawDocument(paper, data) {
  const drawing = { data, marks: data.findings.map(() => []), blocks: new Map(), page: null };
  for (let start = 0; start < data.items.length; start += ITEMS_IN_A_CHUNK) {
    const chunk = make("div", { className: "chunk" });
    for (const item of data.items.slice(start, start + ITEMS_IN_A_CHUNK)) drawItem(chunk, item, drawing);
    paper.append(chunk);
  }
  return drawing;
}

function drawItem(parent, item, drawing) {
  if (item.page && item.page !== drawing.page) {
    if (drawing.page) parent.append(make("p", { className: "page", textContent: `Trang ${item.page}` }));
    drawing.page = item.page;
  }
  parent.append(item.rows ? drawTable(item, drawing) : drawParagraph(item, drawing));
}

function drawParagraph(item, drawing) {
  const classes = ["block", `kind-${item.kind}`, `zone-${item.zone}`];
  if (item.bold) classes.push("bold");
  if (item.centred) classes.push("centred");
  const paragraph = make("p", { className: classes.join(" "), dataset: { block: item.block } });
  for (const [text, findings] of item.segments) paragraph.append(drawSegment(text, findings, drawing));
  drawing.blocks.set(item.block, paragraph);
  return paragraph;
}

function drawSegment(text, findings, drawing) {
  let node = document.createTextNode(text);
  for (const index of [...findings].reverse()) {
    const mark = make("mark", {
      className: `tier-${drawing.data.findings[index].tier}`,
      dataset: { finding: index },
      style: { "--level": Math.min(drawing.data.levels[index], 3) },
    }, node);
    if (drawing.marks[index].length === 0) makeHandle(mark, drawing.data.findings[index]);
    drawing.marks[index].push(mark);
    node = mark;
  }
  return node;
}

// The first piece of a mark begins with a button: sign, number and the spoken name. Marks may lie in marks, buttons not in
// buttons, so the mark itself is no control. The button has no text of its own: who copies the draft copies the draft.
function makeHandle(mark, finding) {
  mark.classList.add("handle");
  mark.prepend(make("button", {
    type: "button",
    className: "flag",
    dataset: { flag: `${finding.sign}${finding.number}` },
    aria: { label: `${finding.tierLabel} ${finding.number}, ${finding.categoryLabel}: “${finding.quote}”` },
  }));
}

function drawTable(item, drawing) {
  const body = make("tbody");
  for (const row of item.rows) body.append(drawRow(row, item.columns, drawing));
  return make("table", { className: item.plain ? "plain" : "ruled" }, body);
}

function drawRow(row, columns, drawing) {
  const line = make("tr");
  const alone = row.length === 1 && row[0].column === 0;
  for (const cell of row) {
    while (line.cells.length < cell.column) line.append(make("td"));
    const paragraphs = cell.items.map((item) => drawParagraph(item, drawing));
    line.append(make("td", { colSpan: alone ? columns : 1 }, ...paragraphs));
  }
  return line;
}
