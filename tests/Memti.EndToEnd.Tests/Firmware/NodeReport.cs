using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>The report of one design, per frame, in mJ and ms.</summary>
internal sealed class NodeReport(JsonNode design)
{
    private static readonly string[] Standing = ["clock", "compute", "leakage", "refresh", "retention", "off"];

    internal JsonNode Design => design;

    internal double EnergyPerFrame => design["energy_per_frame_mj"]!.GetValue<double>();

    internal double PowerOf(string number) => design["power"]![number]!.GetValue<double>();

    /// <summary>Energy of a component from some causes, over all tasks.</summary>
    internal double Energy(string component, params string[] causes) => design["energy"]!.AsArray()
        .Where(row => Text(row, "component") == component && causes.Contains(Text(row, "cause")))
        .Sum(static row => row!["millijoules_per_frame"]!.GetValue<double>());

    /// <summary>Energy of a component that no state of power explains: what moved, and what changed a state.</summary>
    internal double EnergyOfWork(string component) => design["energy"]!.AsArray()
        .Where(row => Text(row, "component") == component && !Standing.Contains(Text(row, "cause")))
        .Sum(static row => row!["millijoules_per_frame"]!.GetValue<double>());

    /// <summary>All energy of a component.</summary>
    internal double Energy(string component) => EnergyOfWork(component) + Energy(component, Standing);

    private static string Text(JsonNode? row, string key) => row![key]!.GetValue<string>();
}
