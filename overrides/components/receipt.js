// Who answered and when, as this window noted it when the form was sent: shown as text, printed, saved.
{
  const page = document.querySelector('[data-module="terms-receipt"]');
  const noted = () => {
    const { decision, document: id, version } = page.dataset;
    try {
      const found = JSON.parse(sessionStorage.getItem(`terms ${decision} ${id} ${version}`));
      return found && typeof found === "object" ? found : null;
    } catch {
      return null;
    }
  };
  // As the site writes days: figures of Latin script in every language, and "1er" in French.
  const written = (moment) => {
    const long = { dateStyle: "long", timeStyle: "long", numberingSystem: "latn" };
    return moment.toLocaleString(page.dataset.clock, long).replace(/^1 /, page.dataset.clock === "fr" ? "1er " : "$&");
  };
  const answer = page && noted();
  if (answer && answer.language !== page.dataset.read) {
    const elsewhere = page.querySelector(".terms-receipt-elsewhere");
    const link = elsewhere.querySelector("a");
    link.href = link.textContent = new URL(answer.receipt, location.href).pathname;
    elsewhere.hidden = false;
  } else if (answer) {
    const who = page.querySelector(".terms-receipt-who");
    for (const place of who.querySelectorAll("[data-answer]")) {
      const said = answer[place.dataset.answer];
      place.textContent = place.dataset.answer === "at" ? `${written(new Date(said))} (${said})` : said;
      if (!said) place.closest("div").remove();
    }
    who.hidden = false;
    page.querySelector(".terms-receipt-nobody").hidden = true;
    who.querySelector('[data-do="print"]').addEventListener("click", () => print());
    who.querySelector('[data-do="save"]').addEventListener("click", () => {
      const facts = JSON.parse(page.querySelector(".terms-receipt-facts").textContent);
      const { statement, at, "accepted-before": before, name, company, role, email } = answer;
      const receipt = { ...facts, statement, accepted_before: before || null, by: { name, company, role, email }, at };
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: "application/json" }));
      link.download = page.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  }
}
