using Memti.Abstractions.Diagnostics;
using Memti.Scenarios.Bindings;

namespace Memti.Runs.Planning;

/// <summary>Gives findings that come after validation the place of the component they are about.</summary>
internal static class DiagnosticLocation
{
    /// <summary>Runs a step; a finding without a place gets the component's.</summary>
    public static T Findings<T>(ComponentSpec component, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (MemtiException error) when (error.Diagnostic is { File: null })
        {
            throw new MemtiException(At(component, error.Diagnostic), error);
        }
    }

    /// <summary>An error at a component.</summary>
    public static MemtiException Error(ComponentSpec component, Diagnostic finding) => new(At(component, finding));

    private static Diagnostic At(ComponentSpec component, Diagnostic finding) => finding with
    {
        File = component.Place.File,
        Line = component.Place.Line,
        Column = component.Place.Column,
        Key = finding.Key ?? component.Place.Key,
    };
}
