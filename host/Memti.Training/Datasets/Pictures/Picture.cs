namespace Memti.Training.Datasets.Pictures;

/// <summary>One picture.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Pixels">Shape [height, width, 3]; red, green, blue; 0 to 255.</param>
public sealed record Picture(int Height, int Width, ReadOnlyMemory<byte> Pixels);
