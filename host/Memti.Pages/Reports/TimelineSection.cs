using System.Text.Json;
using Memti.Documents.Numbers;
using Memti.Pages.Markup;
using Memti.Runs.Reports;
using Memti.Runs.Timelines;

namespace Memti.Pages.Reports;

/// <summary>The timeline of a frame: power of all designs, and states and activities of one.</summary>
internal static class TimelineSection
{
    /// <summary>Rows of the table that says the same in words.</summary>
    private const int MostRows = 100;

    private const double Milliseconds = 1e-9;

    public static PageSection? Of(RunReport report)
    {
        DesignReport[] designs = [.. report.Designs.Where(static design => design.Timeline is not null)];
        if (designs.Length == 0)
            return null;
        IEnumerable<Html> choices = designs.Select((design, place) => Html.Of($"""<option value="{place}">{design.Name}</option>"""));
        return new PageSection("timeline", "Timeline of a frame", Html.Of($"""
            <p class="note">Frame {designs[0].Timeline!.Frame} of each design, from its start to the start of the next one.</p>
            <div id="timeline-tools" class="tools" hidden>
            <label>Lanes of <select id="timeline-design">{choices}</select></label>
            <label><input type="checkbox" id="timeline-log"> logarithmic power</label>
            <button type="button" class="quiet" data-zoom="in">Zoom in</button>
            <button type="button" class="quiet" data-zoom="out">Zoom out</button>
            <button type="button" class="quiet" data-zoom="left">Earlier</button>
            <button type="button" class="quiet" data-zoom="right">Later</button>
            <button type="button" class="quiet" data-zoom="all">Whole frame</button>
            </div>
            <div id="timeline-view" hidden tabindex="0" role="group"
             aria-label="Timeline. Plus and minus zoom, arrow keys move, zero shows the whole frame.">
            <div id="timeline-power"></div>
            <div id="timeline-lanes"></div>
            <ul class="key" id="timeline-key"></ul>
            </div>
            <noscript><p>The picture of the timeline needs scripts; the tables below say the same.</p></noscript>
            {designs.Select(Table)}
            """));
    }

    /// <summary>Data of the page's scripts.</summary>
    public static string Data(RunReport report) => JsonSerializer.Serialize(new
    {
        designs = report.Designs.Select(static design => design.Name),
        timelines = report.Designs
            .Where(static design => design.Timeline is not null)
            .Select(static design => new
            {
                design = design.Name,
                length = Round(design.Timeline!.Length),
                cut = design.Timeline.IsCut,
                lanes = design.Timeline.Components.Select(static lane => new
                {
                    name = lane.Component,
                    states = lane.States.Select(static span => new object[] { span.State, Round(span.From), Round(span.To) }),
                }),
                activities = design.Timeline.Activities.Select(static span => new object[]
                {
                    span.Kind, span.Task ?? "", span.Components, span.Bits, Round(span.From), Round(span.To),
                }),
                power = design.Timeline.Power.Select(static step => new[] { Round(step.At), step.Milliwatts }),
            }),
    });

    private static Html Table(DesignReport design)
    {
        FrameTimeline timeline = design.Timeline!;
        var table = new PageTable($"Activities of {design.Name}", "activity", "task", "components", "from, ms", "to, ms", "KiB moved");
        table.Words(1, 2);
        foreach (ActivitySpan span in timeline.Activities.Take(MostRows))
            table.Add(
                null,
                Html.Of($"{span.Kind.Replace('_', ' ')}"),
                Html.Of($"{span.Task ?? "–"}"),
                Html.Of($"{string.Join(", ", span.Components)}"),
                Html.Of($"{QuantityText.Number(span.From * Milliseconds)}"),
                Html.Of($"{QuantityText.Number(span.To * Milliseconds)}"),
                Html.Of($"{(span.Bits == 0 ? "–" : QuantityText.Number(span.Bits / 8192.0))}"));
        Html rest = timeline.Activities.Count > MostRows
            ? Html.Of($"<p class=\"note\">{timeline.Activities.Count - MostRows} later activities are in the picture only.</p>")
            : Html.None;
        return Html.Of($"""
            <details data-design="{design.Name}"><summary>Activities of {design.Name}</summary>{table.ToHtml()}{rest}</details>

            """);
    }

    /// <summary>Milliseconds to a nanosecond.</summary>
    private static double Round(long picoseconds) => Math.Round(picoseconds * Milliseconds, 6);
}
