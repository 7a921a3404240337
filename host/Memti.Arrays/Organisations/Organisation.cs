using Memti.Arrays.Circuits;

namespace Memti.Arrays.Organisations;

/// <summary>How a bank is divided: mats, sub-arrays, what of them one access activates, and the multiplexers of a sub-array. All powers of two.</summary>
public sealed record Organisation
{
    /// <summary>Mats above one another, 1 to 512.</summary>
    public required int MatRows { get; init; }

    /// <summary>Mats beside one another, 1 to 512.</summary>
    public required int MatColumns { get; init; }

    /// <summary>Active mats among those above one another.</summary>
    public required int ActiveMatRows { get; init; }

    /// <summary>Active mats among those beside one another.</summary>
    public required int ActiveMatColumns { get; init; }

    /// <summary>Sub-arrays of a mat above one another, 1 or 2.</summary>
    public required int SubarrayRows { get; init; }

    /// <summary>Sub-arrays of a mat beside one another, 1 or 2.</summary>
    public required int SubarrayColumns { get; init; }

    /// <summary>Active sub-arrays among those above one another.</summary>
    public required int ActiveSubarrayRows { get; init; }

    /// <summary>Active sub-arrays among those beside one another.</summary>
    public required int ActiveSubarrayColumns { get; init; }

    /// <summary>Columns per sense amplifier, 1 to 256.</summary>
    public required int SenseMux { get; init; }

    /// <summary>Degree of the first multiplexer after the sense amplifiers, 1 to 256.</summary>
    public required int OutputMux1 { get; init; }

    /// <summary>Degree of the second, 1 to 256.</summary>
    public required int OutputMux2 { get; init; }

    /// <summary>What the drivers are sized for.</summary>
    public required DriverStyle Driver { get; init; }
}
