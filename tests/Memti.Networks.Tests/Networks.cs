using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Networks.Layers;

namespace Memti.Networks.Tests;

/// <summary>Reads networks that stand in a test.</summary>
internal static class Networks
{
    public static NetworkResult Read(string name, string text)
    {
        using TemporaryFolder folder = new();
        return NetworkFile.Examine(folder.Write(name, text), name);
    }

    /// <summary>The layers of a table that must be sound.</summary>
    public static IReadOnlyList<Layer> Layers(string name, string text)
    {
        NetworkResult result = Read(name, text);
        return result.Table.ShouldNotBeNull(string.Join('\n', result.Findings)).Layers;
    }

    /// <summary>The one error of a table.</summary>
    public static Diagnostic Error(string name, string text)
    {
        NetworkResult result = Read(name, text);
        result.Table.ShouldBeNull();
        return result.Findings.Where(static finding => finding.Severity == Severity.Error).ShouldHaveSingleItem();
    }
}
