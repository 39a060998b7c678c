/* The signs of a paragraph, once opened, close like a menu. Without a script they close by their own line. */
(() => {
  const closeSigns = but => document.querySelectorAll("details.marks[open]").forEach(open => open === but || (open.open = false))
  document.addEventListener("click", ({ target }) => closeSigns(target.closest("details.marks")))
  document.addEventListener("keydown", ({ key }) => {
    const open = key === "Escape" && document.querySelector("details.marks[open]")
    if (!open) return
    if (open.contains(document.activeElement)) open.querySelector("summary").focus()
    closeSigns()
  })
})()
