using System.Security.Cryptography;
using System.Text;

namespace Memti.Pages.Markup;

/// <summary>The page around sections: one file with its styles, scripts and data, which asks for nothing else.</summary>
internal static class PageShell
{
    private static readonly string Styles = Asset("vendored/uPlot.min.css") + "\n" + Asset("page.css");

    /// <summary>A page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="kind">What it is a report of, such as <c>run</c>.</param>
    /// <param name="lead">What stands below the title.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="data">Data for the scripts as JSON, in which <c>&lt;</c> is escaped.</param>
    /// <param name="scripts">Names of the scripts that it needs.</param>
    public static string Of(
        string title, string kind, Html lead, IReadOnlyList<PageSection> sections, string data, params string[] scripts) =>
        Of("", title, kind, lead, sections, data, scripts);

    /// <summary>A page whose scripts may ask the server that it is from, and nothing else.</summary>
    public static string Served(
        string title, string kind, Html lead, IReadOnlyList<PageSection> sections, string data, params string[] scripts) =>
        Of(" connect-src 'self';", title, kind, lead, sections, data, scripts);

    private static string Of(
        string asks, string title, string kind, Html lead, IReadOnlyList<PageSection> sections, string data, string[] scripts)
    {
        string script = string.Join("\n", scripts.Prepend("vendored/uPlot.iife.min.js").Select(Asset));
        // Only these very styles and scripts may run, and nothing may be fetched: also where a name in the data had slipped through.
        string policy = $"default-src 'none';{asks} style-src '{Hash(Styles)}'; script-src '{Hash(script)}'; img-src data:; "
            + "base-uri 'none'; form-action 'none'";
        Html page = Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{title} · memti {kind}</title>
            <style>{Html.Trusted(Styles)}</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the results</a>
            <header>
            <div class="top"><p class="kind">memti <span>{kind} report</span></p>
            <button type="button" id="theme" class="quiet" hidden>Theme: automatic</button></div>
            <h1>{title}</h1>
            {lead}</header>
            <nav class="sections" aria-label="Sections"><ul>{sections.Select(static section =>
                Html.Of($"""<li><a href="#{section.Id}">{section.Title}</a></li>"""))}</ul></nav>
            <main id="main">
            {sections.Select(static section => Html.Of($"""
            <section id="{section.Id}" aria-labelledby="{section.Id}-title">
            <h2 id="{section.Id}-title">{section.Title}</h2>
            {section.Body}
            </section>

            """))}</main>
            <script type="application/json" id="data">{Html.Trusted(data)}</script>
            <script>{Html.Trusted(script)}</script>
            </body>
            </html>

            """);
        return page.Text;
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Asset(string name)
    {
        using Stream stream = typeof(PageShell).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the asset '{name}' is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A parser of HTML reads line ends as \n before it hashes.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
