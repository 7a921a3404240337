using System.CommandLine;

namespace Memti.Host.Commands;

/// <summary>The option that chooses how a result is written; the first format is the default.</summary>
internal static class FormatOption
{
    public static Option<string> TableJsonCsv() =>
        Of("Output format: table for reading, json (versioned) or csv for programs.", "table", "json", "csv");

    public static Option<string> TableJson() => Of("Output format: table for reading, json (versioned) for programs.", "table", "json");

    public static Option<string> Of(string description, params string[] formats)
    {
        var option = new Option<string>("--format", "-f") { Description = description, DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
