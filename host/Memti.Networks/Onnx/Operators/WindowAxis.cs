namespace Memti.Networks.Onnx.Operators;

/// <summary>A window along one dimension of a feature map.</summary>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">Step.</param>
/// <param name="Input">Pixels of the input.</param>
/// <param name="Output">Positions of the window.</param>
internal readonly record struct WindowAxis(int Kernel, int Stride, int Input, int Output)
{
    /// <summary>True for a position at every stride that begins in the input.</summary>
    public bool IsSame => Output == ((Input - 1) / Stride) + 1;
}
