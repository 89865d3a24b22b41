const rules = new Intl.PluralRules('en');

/** The form that fits a number in English, the language of the engine: 1 volume, 0 or 2 volumes. Each form is whole. */
export function plural<Form>(count: number, forms: { one: Form; other: Form }): Form {
  return rules.select(count) === 'one' ? forms.one : forms.other;
}
