/**
 * A template with `{{name}}` replaced by its section. One pass: what a section holds is never taken for a placeholder.
 * An unknown name is our own mistake.
 */
export function fill(template: string, sections: Record<string, string>): string {
  return template.replace(/{{(\w+)}}/g, (_, name: string) => {
    const section = sections[name];
    if (section === undefined) throw new Error(`The template asks for "${name}", which nobody gives.`);
    return section;
  });
}
