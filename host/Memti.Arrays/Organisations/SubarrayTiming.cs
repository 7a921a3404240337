namespace Memti.Arrays.Organisations;

/// <summary>Times in s of one access to a sub-array, from the predecoded address to the data.</summary>
/// <param name="RowDecoder">Time until the word line is up.</param>
/// <param name="ColumnDecoder">Time until the slowest multiplexer is switched.</param>
/// <param name="Bitline">Time until the bit line differs by the sense voltage.</param>
/// <param name="Sense">Time of the sense amplifiers.</param>
/// <param name="Multiplexers">Time of all multiplexers together.</param>
/// <param name="Charge">Time until the bit line is charged for writing.</param>
/// <param name="Read">Time of a whole read.</param>
/// <param name="Write">Time of a whole write.</param>
/// <param name="Set">Time of a write that sets cells to low resistance.</param>
/// <param name="Reset">Time of a write that resets cells to high resistance.</param>
internal readonly record struct SubarrayTiming(
    double RowDecoder,
    double ColumnDecoder,
    double Bitline,
    double Sense,
    double Multiplexers,
    double Charge,
    double Read,
    double Write,
    double Set,
    double Reset);
