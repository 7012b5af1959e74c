// The keys of a check page; everything else of it works without. j and k go to the next and the previous finding shown, esc leaves it.
(function () {
  "use strict";
  var here = null;
  document.querySelectorAll("[hidden].keys").forEach(function (e) { e.hidden = false; });
  function words(note) { return document.querySelectorAll(".w" + note.id.slice(1)); }
  function leave() {
    if (!here) return;
    here.classList.remove("on");
    words(here).forEach(function (w) { w.classList.remove("on"); });
    here = null;
  }
  function enter(note, scroll) {
    leave();
    here = note;
    note.classList.add("on");
    words(note).forEach(function (w) { w.classList.add("on"); });
    if (!scroll) return;
    var target = document.getElementById("w" + note.id.slice(1)) || note;
    target.scrollIntoView({ block: "center" });
    note.focus({ preventScroll: true });
    history.replaceState(null, "", "#" + note.id);
  }
  function shown() {
    return Array.prototype.filter.call(document.querySelectorAll(".note"), function (n) { return n.getClientRects().length > 0; });
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "Escape") { leave(); if (document.activeElement) document.activeElement.blur(); return; }
    if (event.key !== "j" && event.key !== "k") return;
    var notes = shown(), at = notes.indexOf(here);
    if (at < 0 && here === null && location.hash) at = notes.findIndex(function (n) { return "#" + n.id === location.hash; });
    var next = event.key === "j" ? at + 1 : at < 0 ? notes.length - 1 : at - 1;
    if (next >= 0 && next < notes.length) enter(notes[next], true);
    event.preventDefault();
  });
  document.addEventListener("mouseover", function (event) {
    var note = event.target.closest && event.target.closest(".note");
    if (note && note !== here) enter(note, false);
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.ref, h4 a");
    if (!link) return;
    var note = document.getElementById("n" + link.getAttribute("href").slice(2));
    if (note) enter(note, false);
  });
})();
