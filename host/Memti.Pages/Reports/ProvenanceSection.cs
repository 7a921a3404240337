using System.Globalization;
using Memti.Pages.Markup;
using Memti.Runs.Reports;

namespace Memti.Pages.Reports;

/// <summary>What reproduces a run: the command, versions, hashes and plugins.</summary>
internal static class ProvenanceSection
{
    public static Html Of(RunReport report, string command)
    {
        var plugins = new PageTable("Plugins that took part", "plugin", "version", "SHA-256").Words(1, 2);
        foreach (PluginRow plugin in report.Plugins)
            plugins.Add(
                null, Html.Of($"<code>{plugin.Id}</code>"), Html.Of($"{plugin.Version ?? "of the host"}"),
                Html.Of($"<code class=\"hash\">{plugin.Sha256 ?? "–"}</code>"));
        Html calibration = report.CalibrationSha256 is { } hash
            ? Html.Of($"<dt>Calibration, SHA-256</dt><dd><code class=\"hash\">{hash}</code></dd>")
            : Html.None;
        Html overrides = report.Overrides.Count > 0
            ? Html.Of($"<dt>Overrides</dt><dd>{report.Overrides.Select(static set => Html.Of($"<code>{set}</code> "))}</dd>")
            : Html.None;
        Html weights = report.Weights is { } images
            ? Html.Of($"<dt>Weight images {images.Manifest}, SHA-256</dt><dd><code class=\"hash\">{images.Sha256}</code></dd>")
            : Html.None;
        return Html.Of($"""
            {CommandLine.Of(command)}
            <dl class="terms">
            <dt>Memti</dt><dd>{report.Version}</dd>
            <dt>Scenario {report.Scenario}, SHA-256</dt><dd><code class="hash">{report.ScenarioSha256}</code></dd>
            {calibration}{weights}
            <dt>Seed</dt><dd>{report.Seed.ToString(CultureInfo.InvariantCulture)}</dd>
            {overrides}
            </dl>
            {plugins.ToHtml()}
            """);
    }
}
