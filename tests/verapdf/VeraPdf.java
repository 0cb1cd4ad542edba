// Validates PDF files with veraPDF's engine and its profiles of PDF/A-3b and PDF/UA-1: java -cp … VeraPdf.java FILES
// A line per file and profile, under it each rule that is broken; the exit code is 1 where one is.

import java.io.FileInputStream;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VeraPdf {
    static final Map<String, String> PROFILES = Map.of("PDFA-3B", "3b", "PDFUA-1", "ua1");

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean valid = true;
        for (var named : new TreeMap<>(PROFILES).entrySet()) {
            var flavour = PDFAFlavour.byFlavourId(named.getValue());
            var profile = profile(named.getKey(), flavour);
            for (String file : files) valid &= isValid(file, flavour, profile);
        }
        System.exit(valid ? 0 : 1);
    }

    static boolean isValid(String file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                var validator = Foundries.defaultInstance().createValidator(profile, true)) {
            var result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "valid " : "BROKEN ") + flavour + " " + file);
            var broken = new TreeMap<String, Integer>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() != TestAssertion.Status.FAILED) continue;
                var rule = each.getRuleId();
                broken.merge(rule.getClause() + "-" + rule.getTestNumber() + " " + each.getMessage(), 1, Integer::sum);
            }
            broken.forEach((rule, times) -> System.out.println("  " + rule + " (" + times + " times)"));
            return result.isCompliant();
        }
    }

    // The engine's own reader of profiles needs a library that is no part of the archive: this reads the same files.
    static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
        var path = "org/verapdf/pdfa/validation/" + name + ".xml";
        var source = Foundries.class.getClassLoader().getResourceAsStream(path);
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source).getDocumentElement();
        Set<Rule> rules = new HashSet<>();
        NodeList found = root.getElementsByTagName("rule");
        for (int at = 0; at < found.getLength(); at++) rules.add(rule((Element) found.item(at)));
        Set<Variable> variables = new HashSet<>();
        found = root.getElementsByTagName("variable");
        for (int at = 0; at < found.getLength(); at++) variables.add(variable((Element) found.item(at)));
        if (rules.isEmpty()) throw new IllegalStateException("no rule in " + path);
        System.out.println(name + ": " + rules.size() + " rules");
        var details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date());
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    static Rule rule(Element rule) {
        var id = (Element) rule.getElementsByTagName("id").item(0);
        var specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        var number = Integer.parseInt(id.getAttribute("testNumber"));
        var deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), number),
                rule.getAttribute("object"), deferred, rule.getAttribute("tags"), text(rule, "description"),
                text(rule, "test"), Profiles.errorFromValues(text(rule, "message"), List.of()), List.of());
    }

    static Variable variable(Element variable) {
        return Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                text(variable, "defaultValue"), text(variable, "value"));
    }

    static String text(Element element, String name) {
        var found = element.getElementsByTagName(name);
        return found.getLength() > 0 ? found.item(0).getTextContent() : "";
    }
}
