"""Formulier: the form for contributors as data, derived from the classes and rules of the check; never a second definition."""

from wegwijs.formulier.elders import ELSEWHERE
from wegwijs.formulier.gegevens import form_data
from wegwijs.formulier.stappen import FORMS, Form, Step, form_steps
from wegwijs.formulier.velden import FormField, fields_of

__all__ = ["ELSEWHERE", "FORMS", "Form", "FormField", "Step", "fields_of", "form_data", "form_steps"]
