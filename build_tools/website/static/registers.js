/* The filter of both registers: by who asserts something, and by text. Without it the whole lists are shown. */
(() => {
  const findAll = (css, root = document) => [...root.querySelectorAll(css)]
  const find = (css, root = document) => root.querySelector(css)
  const words = value => (value || "").split("|").map(word => word.trim()).filter(Boolean)
  const asserters = {
    author: readerSay("the author"),
    official: readerSay("an official or government"),
    agency: readerSay("an agency or newspaper"),
    unnamed: readerSay("nobody named"),
  }

  const addFilter = tools => {
    const rows = findAll(".register .e").map(link =>
      ({ item: link.closest("li"), by: words(link.dataset.by), in: words(link.dataset.in) }))
    const state = new URLSearchParams(location.search)
    const chosen = { by: state.get("by") || "", in: state.get("in") || "" }
    const group = (field, label, values, nameOf) => {
      const present = values.filter(value => rows.some(row => row[field].includes(value)))
      if (present.length < 2) return []
      const chip = value => {
        const count = rows.filter(row => !value || row[field].includes(value)).length
        const name = value ? nameOf(value) : readerSay("all")
        const button = readerButton("chip", `${name} ${count}`)
        Object.assign(button.dataset, { field, value })
        return button
      }
      const chips = readerMake("div", "chips", readerMake("span", "", label), ...["", ...present].map(chip))
      chips.setAttribute("role", "group")
      chips.setAttribute("aria-label", label)
      return [chips]
    }
    const texts = [...new Set(rows.flatMap(row => row.in))]
    const status = readerMake("p", "found")
    status.setAttribute("role", "status")
    const byAsserter = group("by", readerSay("Asserted by"), Object.keys(asserters), value => asserters[value])
    tools.replaceChildren(...byAsserter, ...group("in", readerSay("Text"), texts, value => value), status)
    tools.hidden = false

    const show = () => {
      for (const row of rows) row.item.hidden = ["by", "in"].some(field => chosen[field] && !row[field].includes(chosen[field]))
      for (const list of findAll(".register")) list.hidden = list.previousElementSibling.hidden = !find("li:not([hidden])", list)
      for (const button of findAll(".chip", tools)) {
        button.setAttribute("aria-pressed", chosen[button.dataset.field] === button.dataset.value)
      }
      const shown = rows.filter(row => !row.item.hidden).length
      status.textContent = chosen.by || chosen.in ? readerSay("{shown} of {all}", { shown, all: rows.length }) : ""
      const next = new URL(location.href)
      for (const [name, value] of Object.entries(chosen)) {
        value ? next.searchParams.set(name, value) : next.searchParams.delete(name)
      }
      if (next.href !== location.href) history.replaceState(history.state, "", next)
    }
    tools.addEventListener("click", ({ target }) => {
      const chip = target.closest(".chip")
      if (!chip) return
      chosen[chip.dataset.field] = chip.dataset.value
      show()
    })
    show()
  }

  // The pages of the registers load this script each time they are shown.
  const tools = find(".tools")
  if (tools && find(".register .e")) addFilter(tools)
})()
