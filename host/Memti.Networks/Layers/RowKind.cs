using Memti.Abstractions.Parameters;

namespace Memti.Networks.Layers;

/// <summary>The kinds of a layer table; the first three have the words of NVDLA's performance workbook.</summary>
internal enum RowKind
{
    /// <summary>Convolution.</summary>
    [Word("conv")]
    Convolution,

    /// <summary>Convolution whose output is added to a second operand.</summary>
    [Word("conv + elwise")]
    ConvolutionWithOperand,

    /// <summary>Fully connected; its kernel covers its input.</summary>
    [Word("fc")]
    FullyConnected,

    /// <summary>Pooling of its own.</summary>
    [Word("pool")]
    Pooling,

    /// <summary>Addition of two operands, element by element.</summary>
    [Word("elwise")]
    Elementwise,
}
