// Draws what the tables say of women and men: a bar a row, women filled, men in outline. The words beside
// each bar say the same, so the bar itself is hidden from a screen reader.

const SVG = "http://www.w3.org/2000/svg";

function drawSexes(parent, tables) {
  parent.hidden = tables.length === 0;
  parent.replaceChildren(
    make("summary", { textContent: `Nữ và nam trong các bảng (${tables.length})` }),
    make("p", { className: "key", textContent: "Thanh ngang: phần tô là nữ, phần để trống là nam." }),
    ...tables.map(drawSexesTable));
}

function drawSexesTable({ title, block, rows, more }) {
  return make("figure", {},
    make("figcaption", {}, make("button", { type: "button", className: "goto", dataset: { block }, textContent: title })),
    make("ul", {}, ...rows.map(({ words, share }) => make("li", {}, make("span", { textContent: words }), bar(share)))),
    more ? make("p", { textContent: `… và ${more} hàng nữa.` }) : null);
}

function bar(share) {
  const chart = document.createElementNS(SVG, "svg");
  chart.setAttribute("viewBox", "0 0 100 8");
  chart.setAttribute("preserveAspectRatio", "none");
  chart.setAttribute("aria-hidden", "true");
  chart.append(piece("men", 0, 100), piece("women", 0, share * 100));
  return chart;
}

function piece(name, from, width) {
  const drawn = document.createElementNS(SVG, "rect");
  for (const [key, value] of Object.entries({ class: name, x: from, y: 0, width, height: 8 })) drawn.setAttribute(key, value);
  return drawn;
}
