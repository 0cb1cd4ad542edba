// Which version applied on a day: the form marks its line in the list, which says the same without this script.
{
  const form = document.querySelector('[data-module="terms-on"]');
  if (form) {
    const field = form.querySelector("input");
    const answer = form.querySelector('[role="status"]');
    const rows = [...document.querySelectorAll("tr[data-since]")];
    // Days are written as on the rest of the page: English as in Europe, and French law writes the first of a month "1er".
    const { lang } = document.documentElement;
    const long = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", numberingSystem: "latn", timeZone: "UTC" });
    const written = (day) => long.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, lang === "fr" ? "1er " : "$&");
    const mark = () => {
      const day = field.value;
      const found = day && rows.find((row) => row.dataset.since <= day && (!row.dataset.until || day <= row.dataset.until));
      for (const row of rows) row.toggleAttribute("aria-current", false);
      if (found) found.setAttribute("aria-current", "date");
      const words = found ? form.dataset.found : form.dataset.none;
      const said = () => words.replace("{date}", written(day)).replace("{version}", found?.dataset.version);
      answer.textContent = day ? [said(), found?.dataset.note].filter(Boolean).join(" ") : "";
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("input", () => {
      const address = new URL(location.href);
      if (field.value) address.searchParams.set("on", field.value); else address.searchParams.delete("on");
      history.replaceState(null, "", address);
      mark();
    });
    field.value = new URL(location.href).searchParams.get("on") ?? "";
    mark();
  }
}
