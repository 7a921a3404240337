using Memti.Abstractions.Parameters;
using Memti.Documents.Numbers;
using Memti.Pages.Markup;

namespace Memti.Pages.Reports;

/// <summary>The status of a number as a small label.</summary>
internal static class Badge
{
    /// <summary>The label; nothing where there is no status.</summary>
    public static Html Of(NumberStatus? status) => status is { } known
        ? Html.Of($"""<span class="badge {StatusWord.Of(known)}">{StatusWord.Of(known)}</span>""")
        : Html.None;
}
