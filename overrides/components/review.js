// From "?from=…" to the page of the version that was accepted. An answer is noted for its receipt, in this window only,
// and is sent once the version is still the one that is asked for; where that cannot be found out, it is sent all the same.
{
  const page = document.querySelector('[data-module="terms-review"]');
  const from = new URLSearchParams(location.search).get("from");
  const unknown = page?.querySelector(".terms-review-unknown");
  if (unknown && from) {
    const start = [...page.querySelectorAll("[data-version]")].find((item) => item.dataset.version === from);
    if (start) location.replace(start.querySelector("a").href + location.hash);
    else unknown.textContent = page.dataset.unknown.replace("{version}", from.slice(0, 40));
  }

  const asked = async (api, version) => {
    try {
      const answer = await fetch(api, { cache: "no-store", signal: AbortSignal.timeout(4000) });
      const found = (await answer.json()).versions.find((each) => each.version === version);
      return ["in-force", "upcoming"].includes(found?.status);
    } catch {
      return true;
    }
  };
  const note = (form) => {
    const said = Object.fromEntries(new FormData(form));
    const kept = ["name", "company", "role", "email", "statement", "accepted-before", "language"].map((key) => [key, said[key]]);
    try {
      sessionStorage.setItem(`terms ${said.decision} ${said.document} ${said.version}`, JSON.stringify(Object.fromEntries([...kept, ["at", new Date().toISOString()], ["receipt", form.dataset.receipt && new URL(form.dataset.receipt, location.href).href]])));
    } catch { /* the receipt names nobody */ }
  };
  const today = new Date().toLocaleDateString("sv", { timeZone: "Europe/Paris" });
  for (const refusing of page?.querySelectorAll(".terms-refusing[data-until]") ?? []) {
    if (refusing.dataset.until < today) refusing.replaceWith(Object.assign(document.createElement("p"), { textContent: refusing.dataset.over }));
  }
  for (const form of page?.querySelectorAll("form") ?? []) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("button");
      button.disabled = true;
      const problem = form.querySelector(".terms-form-problem");
      problem.textContent = "";
      if (await asked(form.dataset.api, form.elements.version.value)) {
        note(form);
        form.submit();
      } else {
        problem.textContent = form.dataset.ended;
        button.disabled = false;
      }
    });
  }
  // An answer is sent once, however slowly it is taken; who comes back to the page may send another.
  addEventListener("pageshow", () => {
    for (const button of page?.querySelectorAll("form button[type=submit]") ?? []) button.disabled = false;
  });
}
