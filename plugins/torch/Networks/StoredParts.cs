using Memti.Abstractions.Graphs;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;

namespace Memti.Plugins.Torch.Networks;

/// <summary>Which parameters memories store, and how many there are.</summary>
internal static class StoredParts
{
    /// <summary>True for what memories store: running statistics are folded in, constants belong to the program.</summary>
    public static bool IsStored(GraphParameter parameter) =>
        parameter.Role is not (ParameterRole.NormMean or ParameterRole.NormVariance or ParameterRole.Constant);

    /// <summary>Number of shared parameters.</summary>
    public static long Shared(NetworkGraph graph) => graph.Parameters
        .Where(static parameter => IsStored(parameter) && parameter.Part == ParameterPart.Shared)
        .Sum(static parameter => parameter.Count);

    /// <summary>Parameters of the task by group, without empty groups.</summary>
    public static IReadOnlyList<ParameterGroup> Task(NetworkGraph graph) =>
    [
        .. graph.Parameters
            .Where(static parameter => IsStored(parameter) && parameter.Part == ParameterPart.Task)
            .GroupBy(static parameter => Group(parameter.Role), StringComparer.Ordinal)
            .OrderBy(static group => Array.IndexOf(Groups, group.Key))
            .Select(static group => new ParameterGroup(group.Key, group.Sum(static parameter => parameter.Count))),
    ];

    private static readonly string[] Groups = ["adapters", "batch norm", "classifier", "backbone"];

    private static string Group(ParameterRole role) => role switch
    {
        ParameterRole.Adapter => Groups[0],
        ParameterRole.NormScale or ParameterRole.NormShift => Groups[1],
        ParameterRole.ClassifierWeight or ParameterRole.ClassifierBias => Groups[2],
        _ => Groups[3],
    };
}
