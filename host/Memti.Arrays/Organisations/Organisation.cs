using Memti.Arrays.Circuits;

namespace Memti.Arrays.Organisations;

/// <summary>
/// Division of a bank: mats, sub-arrays, the parts that one access activates, and the multiplexers of a sub-array. All powers of two.
/// </summary>
public sealed record Organisation
{
    /// <summary>Rows of mats, 1 to 512.</summary>
    public required int MatRows { get; init; }

    /// <summary>Columns of mats, 1 to 512.</summary>
    public required int MatColumns { get; init; }

    /// <summary>Rows of mats that an access activates.</summary>
    public required int ActiveMatRows { get; init; }

    /// <summary>Columns of mats that an access activates.</summary>
    public required int ActiveMatColumns { get; init; }

    /// <summary>Rows of sub-arrays in a mat, 1 or 2.</summary>
    public required int SubarrayRows { get; init; }

    /// <summary>Columns of sub-arrays in a mat, 1 or 2.</summary>
    public required int SubarrayColumns { get; init; }

    /// <summary>Rows of sub-arrays that an access activates.</summary>
    public required int ActiveSubarrayRows { get; init; }

    /// <summary>Columns of sub-arrays that an access activates.</summary>
    public required int ActiveSubarrayColumns { get; init; }

    /// <summary>Columns per sense amplifier, 1 to 256.</summary>
    public required int SenseMux { get; init; }

    /// <summary>Degree of the first multiplexer after the sense amplifiers, 1 to 256.</summary>
    public required int OutputMux1 { get; init; }

    /// <summary>Degree of the second multiplexer after the sense amplifiers, 1 to 256.</summary>
    public required int OutputMux2 { get; init; }

    /// <summary>Sizing goal of the drivers.</summary>
    public required DriverStyle Driver { get; init; }
}
