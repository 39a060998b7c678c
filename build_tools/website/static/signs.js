/* The marks beside a paragraph close like a menu once they are open. Without a script their own line closes them. */
(() => {
  const closeMarks = except => document.querySelectorAll("details.marks[open]").forEach(marks => {
    if (marks !== except) marks.open = false
  })
  document.addEventListener("click", ({ target }) => closeMarks(target.closest("details.marks")))
  document.addEventListener("keydown", ({ key }) => {
    const open = key === "Escape" && document.querySelector("details.marks[open]")
    if (!open) return
    if (open.contains(document.activeElement)) open.querySelector("summary").focus()
    closeMarks()
  })
})()
