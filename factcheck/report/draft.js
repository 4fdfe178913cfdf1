"use strict";
(() => {
  const notes = [...document.querySelectorAll(".note")];
  const status = document.getElementById("status");
  document.querySelectorAll(".keys").forEach((words) => { words.hidden = false; });
  let chosen = -1;

  const partsOf = (note) => document.querySelectorAll(`[data-note="${note.id}"]`);
  const isShown = (note) => note.getClientRects().length > 0;

  const mark = (note, on) => {
    note.classList.toggle("chosen", on);
    partsOf(note).forEach((part) => part.classList.toggle("chosen", on));
  };

  const choose = (at) => {
    if (chosen >= 0) mark(notes[chosen], false);
    chosen = at;
    mark(notes[at], true);
  };

  const show = (element) => element?.scrollIntoView({ block: "nearest" });

  const back = (note) => {
    document.getElementById(note.id.replace("note", "claim"))?.scrollIntoView({ block: "center" });
    document.querySelector(`.ref[href="#${note.id}"]`)?.focus({ preventScroll: true });
  };

  const walk = (step) => {
    let at = chosen < 0 && step < 0 ? notes.length : chosen;
    do at += step; while (notes[at] && !isShown(notes[at]));
    if (!notes[at]) return;
    choose(at);
    back(notes[at]);
    show(notes[at]);
  };

  const open = (note) => {
    choose(notes.indexOf(note));
    show(note);
    note.focus({ preventScroll: true });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "Escape" && chosen >= 0) {
      back(notes[chosen]);
    } else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const number = event.target.closest(".number");
    if (number) return choose(notes.indexOf(number.closest(".note")));
    const part = event.target.closest("[data-note], .ref");
    const note = part && document.getElementById(part.dataset.note ?? part.hash.slice(1));
    if (!note || !isShown(note) || !getSelection().isCollapsed) return;
    event.preventDefault();
    open(note);
  });

  document.querySelector(".filters")?.addEventListener("change", () => {
    status.textContent = `${notes.filter(isShown).length} of ${notes.length} claims shown`;
  });

  const fromAddress = document.getElementById(location.hash.slice(1));
  if (fromAddress?.matches(".note")) choose(notes.indexOf(fromAddress));
})();
