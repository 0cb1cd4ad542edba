// "I accept the terms of 19 May 2026", and fields that name them. Until the site answers, the page's own link stays.
(() => {
  const site = new URL("../../", document.currentScript.src);
  // How days are written; what is said where the date of effect is stated, and where the text is known from its record.
  // With escapes, since the script is read in the encoding of the page that loads it, if its server names none:
  // "أقبل الشروط المؤرخة في", "أقبل الشروط كما سُجّلت في".
  const SAID = {
    ar: [
      "ar-u-nu-latn",
      "\u0623\u0642\u0628\u0644 \u0627\u0644\u0634\u0631\u0648\u0637 \u0627\u0644\u0645\u0624\u0631\u062e\u0629 \u0641\u064a",
      "\u0623\u0642\u0628\u0644 \u0627\u0644\u0634\u0631\u0648\u0637 \u0643\u0645\u0627 \u0633\u064f\u062c\u0651\u0644\u062a \u0641\u064a",
      ":",
    ],
    en: ["en-GB", "I accept the terms of", "I accept the terms as recorded on", ":"],
    fr: ["fr", "J'accepte les conditions du", "J'accepte les conditions enregistr\u00e9es le", "\u00a0:"],
  };
  const make = (name, values) => Object.assign(document.createElement(name), values);

  // What is in force in Paris today; a clock that is behind the site's own day is wrong.
  const inForce = ({ id, as_of, periods, versions }, name, asked) => {
    const day = [as_of, new Date().toLocaleDateString("sv", { timeZone: "Europe/Paris" })].sort()[1];
    const { version } = periods.find(({ since, until }) => since <= day && day <= (until ?? day));
    const { effective, texts } = versions.find((each) => each.version === version);
    const binding = texts.find((each) => each.binding);
    const { language, title, sha256 } = texts.find((each) => each.latest && each.language === asked) ?? binding;
    const fields = { document: id, version, language, "sha256-binding": binding.sha256, "sha256-read": sha256 };
    const all = [day, ...Object.values(fields), title].join(" ");
    if (id !== name || !/^[\d-]{10} \S+ [\d-]{10} [a-z]{2,3}( [\da-f]{64}){2} \S/.test(all)) throw Error(all);
    return [fields, { effective, title, address: `${site}${language}/${id}/${version}/` }];
  };

  const fill = async (element) => {
    const name = element.dataset.terms, asked = element.closest("[lang]")?.lang.toLowerCase().split("-")[0];
    const answer = await fetch(new URL(`api/v1/${name}.json`, site), {
      cache: "no-cache", credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(9000),
    });
    const [fields, facts] = inForce(await answer.json(), name, asked), { version, language: lang } = fields;
    const said = [asked, lang, "en"].find((each) => SAID[each]), [locale, dated, recorded, end] = SAID[said];
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(version));
    const words = `${facts.effective ? dated : recorded} ${said === "fr" ? day.replace(/^1 /, "1er ") : day}${end}`;

    const old = element.querySelector("a"), focused = old && old === document.activeElement;
    const link = Object.assign(old?.cloneNode() ?? make("a"), { href: facts.address, hreflang: lang, lang, dir: "auto" });
    link.append(facts.title);
    const value = `${name}@${version}`;
    const box = make("input", { type: "checkbox", name: "terms-accepted", value, required: true, autocomplete: "off" });
    const label = make("label", { lang: said, dir: said === "ar" ? "rtl" : "ltr" });
    label.append(box, ` ${words} `, link);
    element.replaceChildren(label, ...Object.entries(fields).map(([key, value]) =>
      make("input", { type: "hidden", name: `terms-${key}`, value })));
    if (focused) link.focus();
    element.dispatchEvent(new CustomEvent("terms:ready", { bubbles: true, detail: { ...fields, ...facts } }));
  };

  // Also in forms that are put on the page later.
  const look = () => {
    for (const element of document.querySelectorAll("[data-terms]:not([data-terms-asked])")) {
      element.dataset.termsAsked = "";
      fill(element).catch((error) => console.warn("The link to the terms stays:", error));
    }
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})();
