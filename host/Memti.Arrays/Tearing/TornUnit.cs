namespace Memti.Arrays.Tearing;

/// <summary>What reads return after a write was cut.</summary>
/// <param name="Bytes">The bytes of the unit: corrected where the code of the memory corrects them, else as the cells are read.</param>
/// <param name="Unreadable">Ranges that the code detects as wrong and cannot correct: first byte and number of bytes.</param>
/// <param name="CorrectedBits">Number of bits that the code has corrected.</param>
/// <param name="Cells">The cells of the word, byte after byte and each from its most significant cell; without check cells.</param>
public sealed record TornUnit(
    byte[] Bytes, IReadOnlyList<(int Offset, int Bytes)> Unreadable, int CorrectedBits, IReadOnlyList<CellState> Cells);
