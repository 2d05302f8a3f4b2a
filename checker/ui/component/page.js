// What holds for every page: its language, which Streamlit always calls English, and the browser's own question before
// a page with decisions that are not saved is closed. Streamlit may load this script again at any run, so the number
// belongs to the window and one listener asks for it.

const UNSAVED = "checkerUnsaved";

if (!(UNSAVED in window)) {
  window.addEventListener("beforeunload", (event) => {
    if (window[UNSAVED]) event.preventDefault();
  });
}
window[UNSAVED] ??= 0;

export default function ({ data }) {
  document.documentElement.lang = "vi";
  window[UNSAVED] = data.unsaved;
}
