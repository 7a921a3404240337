using System.CommandLine;

namespace Memti.Host.Commands.Training;

/// <summary>Output format of training commands.</summary>
internal static class ResultFormat
{
    public static Option<string> Option()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = "Output format: table for reading, json (versioned) or csv for programs.",
            DefaultValueFactory = static _ => "table"
        };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        return format;
    }
}
