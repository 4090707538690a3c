from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from directory.models import SearchVersion, Term


def term(**values):
    defaults = {"facet": "route", "slug": "iv_infusion", "number": 1, "label": "IV infusion", "explanation": "A drip."}
    return Term(**defaults | values)


class TermTests(TestCase):
    def test_it_is_called_by_its_label_and_facet(self):
        self.assertEqual(str(term()), "IV infusion (route)")

    def test_it_leads_to_its_section_of_the_guide(self):
        self.assertEqual(term(guide_anchor="routes").guide_url, "/articles/ketamine-iv-infusions/#routes")

    def test_without_a_section_it_leads_nowhere(self):
        self.assertEqual(term().guide_url, "")

    def test_terms_of_a_facet_come_by_position(self):
        for number, slug, position in [(1, "b", 30), (2, "a", 20), (3, "not_stated", 999)]:
            term(number=number, slug=slug, position=position).save()
        term(number=4, facet="room").save()
        self.assertEqual([row.slug for row in Term.objects.in_facet("route")], ["a", "b", "not_stated"])

    def test_numbers_are_found_by_facet_and_slug(self):
        term(number=65_535).save()
        with self.assertNumQueries(1):
            self.assertEqual(Term.objects.numbers(), {("route", "iv_infusion"): 65_535})


class TermConstraintTests(TestCase):
    def assert_refused(self, constraint, **values):
        with self.assertRaises(ValidationError):
            term(**values).full_clean()
        with self.assertRaises(IntegrityError), transaction.atomic():
            term(**values).save()
        self.assertIn(constraint, {rule.name for rule in Term._meta.constraints})

    def test_one_term_per_facet_and_slug(self):
        term().save()
        self.assert_refused("one_term_per_facet_and_slug", number=2)

    def test_the_same_slug_may_serve_two_facets(self):
        term(slug="not_stated").save()
        term(slug="not_stated", facet="room", number=2).full_clean()

    def test_term_number_is_unique(self):
        term().save()
        self.assert_refused("term_number_is_unique", slug="im_injection")

    def test_term_number_fits_16_bits(self):
        self.assert_refused("term_number_fits_16_bits", number=65_536)
        self.assert_refused("term_number_fits_16_bits", number=0)

    def test_term_facet_is_snake_case(self):
        self.assert_refused("term_facet_is_snake_case", facet="Life support")

    def test_term_slug_is_snake_case(self):
        self.assert_refused("term_slug_is_snake_case", slug="iv-infusion")

    def test_a_slug_may_start_with_a_digit(self):
        term(slug="4_7_days").full_clean()

    def test_term_guide_anchor_is_plain_or_blank(self):
        self.assert_refused("term_guide_anchor_is_plain_or_blank", guide_anchor="#routes")

    def test_term_has_a_label(self):
        self.assert_refused("term_has_a_label", label="")

    def test_term_explanation_is_a_sentence(self):
        self.assert_refused("term_explanation_is_a_sentence", explanation="A drip")


class TermAdminTests(TestCase):
    def setUp(self):
        self.term = term()
        self.term.save()
        self.client.force_login(get_user_model().objects.create_superuser("desk@example.com", "a long password"))
        self.url = reverse("admin:directory_term_change", args=[self.term.pk])

    def save(self, **values):
        words = {"label": "IV infusion", "explanation": "A drip.", "guide_anchor": "", "position": 999}
        return self.client.post(self.url, words | values)

    def test_the_list_is_searched_and_narrowed(self):
        answer = self.client.get(reverse("admin:directory_term_changelist"), {"q": "infusion", "facet": "route"})
        self.assertContains(answer, "IV infusion")

    def test_staff_choose_the_words_and_the_search_hears_of_it(self):
        self.save(label="Infusion into a vein")
        self.term.refresh_from_db()
        self.assertEqual(self.term.label, "Infusion into a vein")
        self.assertEqual(SearchVersion.objects.count(), 1)

    def test_saving_without_a_change_leaves_the_search_alone(self):
        self.save()
        self.assertFalse(SearchVersion.objects.exists())

    def test_facet_slug_and_number_stay(self):
        self.save(facet="room", slug="open_bay", number=7)
        self.term.refresh_from_db()
        self.assertEqual((self.term.facet, self.term.slug, self.term.number), ("route", "iv_infusion", 1))

    def test_a_fault_is_explained(self):
        self.assertContains(self.save(explanation="A drip"), "The explanation ends with a full stop.")

    def test_nobody_adds_or_deletes_a_term_here(self):
        self.assertEqual(self.client.get(reverse("admin:directory_term_add")).status_code, 403)
        self.assertEqual(self.client.get(reverse("admin:directory_term_delete", args=[self.term.pk])).status_code, 403)

    def test_it_is_on_the_staff_desk(self):
        self.assertIn(Term, admin.site._registry)
