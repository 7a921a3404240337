using System.CommandLine;
using Memti.Host.Rendering;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using Memti.Networks.Presets;

namespace Memti.Host.Commands;

/// <summary><c>memti networks</c>: lists the shipped networks, and prints the layers of any network file.</summary>
internal static class NetworksCommand
{
    private static readonly Argument<string> Name = new("network")
    {
        Description = "Name of an included network, or the path of a .csv, .yaml, .json or .onnx file; tables of SCALE-Sim and "
            + "workloads of ZigZag are read in their own form."
    };

    private static readonly Option<string> Format = FormatOption.Of(
        "Output format: table for reading, json (versioned) or csv for programs. The json and csv of describe are networks that Memti can "
            + "read again.",
        "table",
        "json",
        "csv");

    /// <param name="writing">The commands that write trained networks and their weights.</param>
    public static Command Create(params IEnumerable<Command> writing)
    {
        var list = new Command("list", "List the included networks with their totals.") { Format };
        list.SetAction(static parsed => List(parsed.GetRequiredValue(Format)));
        var describe = new Command(
            "describe", "Print the layers of a network: shapes, multiply-accumulates, parameters, and their totals.")
        {
            Name, NetworkInputOptions.Batch, NetworkInputOptions.Inputs, Format,
        };
        describe.SetAction(
            static parsed => Describe(parsed.GetRequiredValue(Name), NetworkInputOptions.Of(parsed), parsed.GetRequiredValue(Format)));
        var networks = new Command("networks", "List, describe and export networks.") { list, describe };
        foreach (Command command in writing)
            networks.Subcommands.Add(command);
        return networks;
    }

    private static int List(string format)
    {
        NetworkCatalog catalog = NetworkCatalog.BesideExecutable();
        NetworkResult[] results = [.. catalog.Presets.Select(preset => catalog.Examine(preset.Name))];
        bool errors = DiagnosticPrinter.Print(Console.Error, results.SelectMany(static result => result.Findings));
        (NetworkPreset Preset, NetworkTable Table)[] networks =
            [.. catalog.Presets
                .Zip(results)
                .Where(static pair => pair.Second.Table is not null)
                .Select(static pair => (pair.First, pair.Second.Table!))];
        Console.Out.Write(format switch
        {
            "json" => NetworkList.Json(networks),
            "csv" => NetworkList.Csv(networks),
            _ => NetworkList.Table(networks),
        });
        return errors ? ExitCode.Findings : ExitCode.Done;
    }

    private static int Describe(string name, NetworkInputs inputs, string format)
    {
        NetworkResult result = NetworkCatalog.BesideExecutable().Examine(name, inputs);
        DiagnosticPrinter.Print(Console.Error, result.Findings);
        if (result.Table is not { } table)
            return ExitCode.Findings;
        Console.Out.Write(format switch
        {
            "json" => NetworkDescription.Json(table),
            "csv" => NetworkDescription.Csv(table),
            _ => NetworkDescription.Table(table),
        });
        return ExitCode.Done;
    }
}
