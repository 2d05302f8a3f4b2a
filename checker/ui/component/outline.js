// Draws the outline beside the document: a tree of its parts with the number of findings in each. One entry is in the
// order of the Tab key; arrows walk, open and close as in any tree. Arrows and counts follow filters and scrolling.

const FOLDED_FROM = 60; // entries: a longer outline begins with its chapters alone
const PROBES = [8, 32, 64, 96, 140, 200, 280]; // pixels below the column's top: between paragraphs there is no paragraph

function drawOutline(tree, data) {
  const entries = data.outline.map(({ title, findings, block, level }) => ({ title, findings, block, level, parent: null, children: [] }));
  const open = [];
  for (const entry of entries) {
    while (open.length && open.at(-1).level >= entry.level) open.pop();
    entry.parent = open.at(-1) ?? null;
    entry.parent?.children.push(entry);
    open.push(entry);
  }
  tree.replaceChildren(...entries.filter(({ parent }) => !parent).map(drawEntry));
  if (entries[0]) entries[0].item.tabIndex = 0;
  if (entries.length > FOLDED_FROM) entries.forEach((entry) => fold(entry, true));
  return { tree, entries, current: null };
}

function drawEntry(entry) {
  const group = entry.children.length ? make("ul", {}, ...entry.children.map(drawEntry)) : null;
  group?.setAttribute("role", "group");
  entry.count = make("span", { className: "count" });
  const row = make("div", { className: "row" },
    make("span", { className: "fold", aria: { hidden: "true" }, textContent: group ? "▾" : "" }),
    make("span", { className: "title", textContent: entry.title }), entry.count);
  entry.item = make("li", { tabIndex: -1 }, row, group);
  entry.item.setAttribute("role", "treeitem");
  if (group) entry.item.setAttribute("aria-expanded", "true");
  return entry.item;
}

function isFolded(entry) {
  return entry.item.getAttribute("aria-expanded") === "false";
}

function fold(entry, folded) {
  if (!entry.children.length) return;
  entry.item.setAttribute("aria-expanded", String(!folded));
  entry.item.querySelector(".fold").textContent = folded ? "▸" : "▾";
}

function isSeen({ parent }) {
  return !parent || (!isFolded(parent) && isSeen(parent));
}

// How many findings stand in an entry and below it, of those that the filters leave.
function countOutline(outline, isShown) {
  for (const entry of [...outline.entries].reverse()) {
    const own = entry.findings.filter(isShown).length;
    entry.total = own + entry.children.reduce((sum, child) => sum + child.total, 0);
    entry.count.textContent = entry.total || "";
    entry.item.setAttribute("aria-label", entry.total ? `${entry.title}, ${entry.total} chỗ được nêu` : entry.title);
  }
}

function entryOf(outline, target) {
  const item = target.closest("[role='treeitem']");
  return outline.entries.find((entry) => entry.item === item);
}

// Returns the block to go to, if the click or key asks for one.
function onOutlineClick(outline, target) {
  const entry = entryOf(outline, target);
  if (!entry) return null;
  focusEntry(outline, entry);
  if (target.matches(".fold") && entry.children.length) fold(entry, !isFolded(entry));
  else return entry.block;
  return null;
}

function onOutlineKey(outline, event) {
  const entry = entryOf(outline, event.target);
  if (!entry || event.ctrlKey || event.metaKey || event.altKey) return null;
  const seen = outline.entries.filter(isSeen);
  const near = (step) => seen[seen.indexOf(entry) + step];
  const moves = {
    ArrowDown: () => near(1), ArrowUp: () => near(-1), Home: () => seen[0], End: () => seen.at(-1),
    ArrowRight: () => (isFolded(entry) ? fold(entry, false) : entry.children[0]),
    ArrowLeft: () => (entry.children.length && !isFolded(entry) ? fold(entry, true) : entry.parent),
  };
  const isChosen = event.key === "Enter" || event.key === " ";
  if (!isChosen && !moves[event.key]) return null;
  event.preventDefault();
  event.stopPropagation();
  if (isChosen) return entry.block;
  const next = moves[event.key]();
  if (next) focusEntry(outline, next);
  return null;
}

function focusEntry(outline, entry) {
  for (const { item } of outline.entries) item.tabIndex = -1;
  entry.item.tabIndex = 0;
  entry.item.focus();
}

// Marks where the reader is: the entry itself, or the folded one that holds it.
function markPlace(outline, block) {
  let entry = outline.entries.findLast((one) => one.block <= block) ?? null;
  while (entry && !isSeen(entry)) entry = entry.parent;
  if (entry === outline.current) return;
  outline.current?.item.removeAttribute("aria-current");
  entry?.item.setAttribute("aria-current", "true");
  outline.current = entry;
  if (entry) bring(outline.tree.parentElement, entry.item.querySelector(".row"), 0.4);
}

// The block at the top of what is seen. Asking the browser what lies at a point costs the same in any long law.
function blockAtTop(column) {
  const { left, width, top } = column.getBoundingClientRect();
  for (const below of PROBES) {
    const block = column.getRootNode().elementFromPoint(left + width / 2, top + below)?.closest?.("[data-block]");
    if (block && column.contains(block)) return Number(block.dataset.block);
  }
  return null;
}
