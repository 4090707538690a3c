"""The guides that ship: what holds for each of them."""

import json
import re
from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from articles.glossary import Glossary
from articles.management.commands.load_articles import SHIPPED
from articles.models import Article, Edition, GlossaryEntry
from tests.articles.reading import grade, sentences

MAIN = "ketamine-iv-infusions"
NEXT = {
    "how-we-verify-providers",
    "ketamine-and-suicidal-thoughts",
    "ketamine-or-esketamine",
    "preparing-for-your-first-infusion",
}
# How many words a guide may have, and how many references it must cite.
WORDS = dict.fromkeys(NEXT, (1200, 2500)) | {MAIN: (3000, 4500)}
CITED = {
    "how-we-verify-providers": 7,
    "ketamine-and-suicidal-thoughts": 12,
    "ketamine-or-esketamine": 30,
    "preparing-for-your-first-infusion": 18,
    MAIN: 60,
}
# What pages on this subject claim and nobody has shown, and words that sell.
NEVER = re.compile(
    r"\b(?:remarkabl\w+|consistently|robust|breakthrough|game.?chang\w+|life.?changing|world-class|unlock\w*"
    r"|heal(?:s|ed|ing)?|repairs? the brain|rewires?|reset the brain|maximi[sz]es?|long-lasting relief|sustained relief"
    r"|proven emergency|highest standards|cutting.edge|journey to|oops|simply)\b",
    re.IGNORECASE,
)
# A number of effect, and the words that say what it was compared with, or that it was compared with nothing.
EFFECT = re.compile(r"\beffects?,? (?:of |ran from )?\d|\d MADRS points|\d%[^.]{0,60}\b(?:responded|remission)\b")
COMPARED = re.compile(
    r"compar|against|versus|\bvs\b|than|placebo|midazolam|saline|control|\bECT\b|rule of thumb|open|esketamine",
    re.IGNORECASE,
)

# Where ketamine is taken at home no driving is allowed at all.
ALONE_AT_HOME = re.compile("locked away")


class ShippedGuidesTests(TestCase):
    guides: dict[str, Edition]

    @classmethod
    def setUpTestData(cls):
        call_command("load_articles", verbosity=0, stdout=StringIO())
        cls.guides = {each.article.slug: each for each in Edition.objects.published()}

    def each(self, of):
        """One line for each thing that `of` finds wrong with a guide."""
        self.assertEqual([f"{slug}: {fault}" for slug, guide in self.guides.items() for fault in of(guide)], [])

    def test_all_of_them_are_published(self):
        self.assertEqual(set(self.guides), {MAIN, *NEXT})

    def test_each_has_its_length(self):
        for slug, guide in self.guides.items():
            least, most = WORDS[slug]
            self.assertTrue(least <= guide.word_count <= most, (slug, guide.word_count))

    def test_each_cites(self):
        cited = {slug: len(guide.references) for slug, guide in self.guides.items()}
        self.assertEqual({slug: number for slug, number in cited.items() if number < CITED[slug]}, {})

    def test_every_reference_is_printed_and_says_how_far_it_was_checked(self):
        self.each(lambda guide: [e.key for e in guide.entries if not (e.html and e.checked_on and e.study_type)])

    def test_a_list_of_authors_that_is_not_complete_says_so(self):
        records = json.loads((SHIPPED / "references.json").read_text())
        abridged = {csl["id"] for csl in records if not csl["custom"]["authors-complete"]}
        entries = [entry for guide in self.guides.values() for entry in guide.entries if entry.key in abridged]
        self.assertLessEqual({"jelovac2025", "nikayin2022", "shiroma2020"}, {entry.key for entry in entries})
        self.assertEqual([entry.key for entry in entries if "et al" not in entry.html], [])

    def test_each_says_that_nobody_has_reviewed_it(self):
        self.each(lambda guide: ["a reviewer"] if guide.reviewer else [])
        for slug in self.guides:
            self.assertContains(self.client.get(f"/articles/{slug}/"), "No clinician has reviewed this guide yet.")

    def test_each_is_by_the_team(self):
        self.each(lambda guide: [author for author in guide.authors if author["name"] != "The Psychly Team"])

    def test_the_lint_finds_nothing(self):
        self.each(lambda guide: [problem.sentence for problem in guide.article.problems()])

    def test_each_page_says_near_its_top_and_near_its_end_where_to_turn_in_a_crisis(self):
        for slug in self.guides:
            page = self.client.get(f"/articles/{slug}/").content.decode()
            article = page[page.index('<article class="guide">') : page.index("</article>")]
            self.assertGreaterEqual(len(re.findall(r'class="[^"]*callout-crisis', article)), 2, slug)

    def test_the_one_on_suicidal_thoughts_begins_with_it(self):
        guide = self.guides["ketamine-and-suicidal-thoughts"]
        self.assertTrue(guide.html.startswith('<div class="callout callout-crisis">'))
        self.assertGreater(guide.html.rindex("callout-crisis"), len(guide.html) * 0.9)

    def test_each_can_be_read_at_grade_eight(self):
        self.each(lambda guide: [f"grade {grade(guide.html):.1f}"] if grade(guide.html) > 8 else [])
        self.each(lambda guide: [each for each in sentences(guide.html) if len(each.split()) > 45])

    def test_none_claims_what_is_not_shown(self):
        self.each(lambda guide: NEVER.findall(f"{guide.title} {guide.summary} {guide.text}"))

    def test_none_prints_a_result_of_which_only_memory_is_the_source(self):
        """64% v 28% of one trial, and a fixed dose in another."""
        self.each(lambda guide: re.findall(r"64%|\b28%|fixed 0\.5|93%", guide.text))

    def test_whoever_speaks_of_driving_after_an_infusion_asks_for_a_day_and_a_night(self):
        """24 hours for ketamine that is injected, a full night’s sleep for esketamine: after an infusion both."""
        said = {
            (slug, block)
            for slug, guide in self.guides.items()
            for block in guide.text.splitlines()
            if re.search(r"\bdriv(?:e|ing)\b", block) and not ALONE_AT_HOME.search(block)
        }
        self.assertEqual(
            {slug for slug, _block in said}, {MAIN, "ketamine-or-esketamine", "preparing-for-your-first-infusion"}
        )
        self.assertEqual([each for each in said if "24 hours" not in each[1] or "full night" not in each[1]], [])

    def test_the_hours_without_driving_are_cited_and_on_the_checklist(self):
        for slug in (MAIN, "ketamine-or-esketamine", "preparing-for-your-first-infusion"):
            self.assertRegex(self.guides[slug].text, r"24 hours[^.]{0,20}[.,]?\[@mayo-ketamine\]")
        lines = [line for list_ in self.guides["preparing-for-your-first-infusion"].checklists for line in list_.lines]
        self.assertEqual(len([line for line in lines if re.search(r"driving for 24\s.*full night", line)]), 1)

    def test_a_number_of_effect_stands_beside_what_it_was_compared_with(self):
        def lone(guide):
            text = "".join(line for line in guide.text.splitlines(keepends=True) if not line.startswith(("|", "#")))
            for paragraph in text.split("\n\n"):
                if EFFECT.search(paragraph) and not COMPARED.search(paragraph):
                    yield paragraph

        self.each(lone)

    def test_every_table_has_a_caption(self):
        self.each(lambda guide: ["a table"] * (guide.html.count("<table") - guide.html.count("<caption")))

    def test_each_leads_to_the_main_guide_and_that_one_to_each(self):
        for slug in NEXT:
            self.assertIn(f"(/articles/{MAIN}/#", self.guides[slug].text)
            self.assertIn(f"(/articles/{slug}/", self.guides[MAIN].text)

    def test_each_leads_to_two_others_and_to_the_directory(self):
        for slug in NEXT:
            others = {other for other in NEXT - {slug} if f"(/articles/{other}/" in self.guides[slug].text}
            self.assertGreaterEqual(len(others), 2, slug)
            self.assertIn("(/directory/?", self.guides[slug].text)

    def test_each_stands_in_the_list_its_topic_the_feed_and_the_sitemap(self):
        surfaces = {name: self.client.get(f"/{name}").content.decode() for name in ("articles/", "sitemap.xml")}
        feed = self.client.get("/articles/feed/").content.decode()
        for slug, guide in self.guides.items():
            topic = self.client.get(guide.article.topic.get_absolute_url()).content.decode()
            for page in (*surfaces.values(), topic):
                self.assertIn(f"/articles/{slug}/", page)
            self.assertIn(guide.get_absolute_url(), feed)

    def test_every_word_of_the_glossary_stands_in_a_guide(self):
        used = {entry for guide in self.guides.values() for entry in guide.terms}
        self.assertEqual(set(GlossaryEntry.objects.all()) - used, set())
        self.assertGreaterEqual(len(used), 40)

    def test_every_guide_has_words_explained(self):
        self.assertEqual([slug for slug, guide in self.guides.items() if len(guide.terms) < 5], [])

    def test_the_glossary_is_written_like_the_guides(self):
        html = Glossary().html
        self.assertLessEqual(grade(html), 8)
        self.assertEqual([each for each in sentences(html) if len(each.split()) > 45], [])
        self.assertEqual(NEVER.findall(html), [])

    def test_what_the_glossary_says_of_drugs_and_their_use_is_cited(self):
        """What a word means is general knowledge."""
        claim = re.compile(r"\bmost\b|rules out|possible|occurs|approved|typical|certified|reaches|sedation")
        said = [entry for entry in GlossaryEntry.objects.all() if claim.search(entry.explanation)]
        self.assertGreater(len(said), 10)
        self.assertEqual([entry.word for entry in said if not entry.cites], [])

    def test_one_has_a_checklist_for_paper(self):
        guide = self.guides["preparing-for-your-first-infusion"]
        self.assertEqual(len(guide.checklists), 4)
        self.assertTrue(all(checklist.title and len(checklist.lines) >= 4 for checklist in guide.checklists))

    def test_each_finding_for_a_condition_or_a_route_has_an_address_in_the_main_guide(self):
        guide = self.guides[MAIN]
        speaking = [claim for claim in guide.claims if claim["condition"] or claim["route"]]
        self.assertEqual([c["key"] for c in speaking if f'id="claim-{c["key"]}"' not in guide.html], [])
        self.assertEqual(
            {claim["route"] for claim in speaking} - {""},
            {"iv_infusion", "intranasal_esketamine", "oral_sublingual_at_home"},
        )

    def test_what_a_regulator_decided_is_no_finding(self):
        """Approval is a fact of its own: it says nothing of how well a treatment works."""
        said = [claim["sentence"] for guide in self.guides.values() for claim in guide.claims]
        self.assertEqual([each for each in said if re.search(r"FDA|approv|off-label|(?<!open-)label", each)], [])

    def test_the_questions_to_ask_stand_on_a_sheet_of_their_own(self):
        [checklist] = self.guides[MAIN].checklists
        self.assertEqual((checklist.title, len(checklist.lines), checklist.asks), ("Questions to ask", 10, True))
        self.assertIn(f"(/articles/{MAIN}/checklist/)", self.guides[MAIN].text)

    def test_nothing_is_written_twice(self):
        report = StringIO()
        call_command("load_articles", stdout=report)
        self.assertIn("Articles: 5 unchanged.", report.getvalue())
        self.assertEqual(Edition.objects.count(), Article.objects.count())
