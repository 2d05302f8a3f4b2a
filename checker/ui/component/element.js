// What all scripts of the components share: making elements, and the theme.
// Text enters the page through textContent only: a draft is data, never markup.

function make(tag, properties = {}, ...children) {
  const { dataset, aria, style, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, dataset);
  for (const [name, value] of Object.entries(aria ?? {})) element.setAttribute(`aria-${name}`, value);
  for (const [name, value] of Object.entries(style ?? {})) element.style.setProperty(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function isDark(root) {
  const probe = make("span", { className: "probe" });
  root.append(probe);
  const channels = getComputedStyle(probe).backgroundColor.match(/[\d.]+/g) ?? [255, 255, 255];
  probe.remove();
  return channels.slice(0, 3).reduce((sum, channel) => sum + Number(channel), 0) < 384;
}
