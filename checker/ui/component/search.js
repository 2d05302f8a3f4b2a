// Finds words in the document. A word typed without marks finds every word of those letters ("phu nu" finds “phụ nữ”);
// a word typed with marks must bear them, wherever the tone stands ("uỷ" finds “ủy”). What is found is painted by
// the browser's highlights: the document itself does not change, so a long law stays quick.

const PAINTED = { all: "checker-found", one: "checker-found-here" };
const bare = new Map(); // letter -> the letter without marks, as long as it

function bareLetter(letter) {
  if (!bare.has(letter)) {
    const [base] = letter.normalize("NFD");
    const plain = /\s/.test(letter) ? " " : { đ: "d", Đ: "d" }[letter] ?? base.toLowerCase();
    bare.set(letter, plain.length === letter.length ? plain : letter);
  }
  return bare.get(letter);
}

function folded(text) {
  return text.replace(/[^a-z0-9 ]/g, bareLetter);
}

// The marks of a word in their order: those of the vowels, and the stroke of đ.
function marksOf(word) {
  return word.toLowerCase().replaceAll("đ", "\u0335").normalize("NFD").replace(/[^\u0300-\u036f]/g, "");
}

function makeSearch(query) {
  const text = query.normalize("NFC").trim().replace(/\s+/g, " ");
  const marks = text.split(" ").map(marksOf);
  return { sought: folded(text), isMeant: (found) => found.split(/\s/).every((word, index) => !marks[index] || marksOf(word) === marks[index]) };
}

// Every place of the document as { block, start, end }, in reading order.
function findPlaces(blocks, query) {
  const { sought, isMeant } = makeSearch(query);
  if (!sought) return [];
  const places = [];
  for (const [block, element] of blocks) {
    const text = element.textContent;
    const letters = (element.bare ??= folded(text));
    for (let start = letters.indexOf(sought); start >= 0; start = letters.indexOf(sought, start + sought.length)) {
      const end = start + sought.length;
      if (isMeant(text.slice(start, end))) places.push({ block, start, end });
    }
  }
  return places;
}

function rangesOf(blocks, places) {
  const ranges = [];
  let at = 0;
  while (at < places.length) {
    const { block } = places[at];
    const pieces = piecesOf(blocks.get(block));
    for (; at < places.length && places[at].block === block; at += 1) ranges.push(rangeIn(pieces, places[at]));
  }
  return ranges;
}

function piecesOf(element) {
  const pieces = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), start = 0; node; start += node.length, node = walker.nextNode()) pieces.push({ node, start });
  return pieces;
}

function rangeIn(pieces, { start, end }) {
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  return new StaticRange({
    startContainer: first.node, startOffset: start - first.start, endContainer: last.node, endOffset: end - last.start,
  });
}

function paint(name, ranges) {
  if (!CSS.highlights) return; // an older browser shows the paragraph alone
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

// Looks for the words in the field; the first place is the one at or after the place found before (each letter narrows
// the search), else what is seen now.
function search(viewer, query) {
  const before = viewer.found?.places[viewer.found.at];
  const from = before ?? { block: blockAtTop(viewer.find(".document")) ?? 0, start: 0 };
  const places = findPlaces(viewer.blocks, query);
  const ranges = rangesOf(viewer.blocks, places);
  const next = places.findIndex(({ block, start }) => block > from.block || (block === from.block && start >= from.start));
  viewer.found = { query, places, ranges, at: next < 0 ? 0 : next };
  paint(PAINTED.all, ranges);
  showFound(viewer);
}

function stepFound(viewer, direction) {
  const { places, at } = viewer.found;
  if (!places.length) return;
  viewer.found.at = (at + direction + places.length) % places.length;
  showFound(viewer);
}

function showFound(viewer) {
  const { query, places, ranges, at } = viewer.found;
  const range = ranges[at];
  paint(PAINTED.one, range ? [range] : []);
  viewer.find(".found").textContent = !query.trim() ? "" : range ? `${at + 1} / ${places.length}` : "Không thấy";
  for (const name of [".back", ".forward"]) viewer.find(name).disabled = !range;
  if (range) bring(viewer.find(".document"), placeOf(viewer.blocks.get(places[at].block), range), 0.3);
}

// Something with the place of the words themselves: a paragraph may be longer than the window.
function placeOf(block, { startContainer, startOffset, endContainer, endOffset }) {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return { getBoundingClientRect: () => (range.getClientRects().length ? range : block).getBoundingClientRect() };
}

function onSearchKey(viewer, event) {
  if (event.isComposing) return;
  if (event.key === "Enter") stepFound(viewer, event.shiftKey ? -1 : 1);
  else if (event.key === "Escape") endSearch(viewer);
  else return;
  event.preventDefault();
}

function endSearch(viewer) {
  viewer.find(".sought input").value = "";
  search(viewer, "");
  viewer.find(".document").focus({ preventScroll: true });
}
