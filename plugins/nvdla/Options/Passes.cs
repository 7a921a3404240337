using System.Diagnostics.CodeAnalysis;

namespace Memti.Plugins.Nvdla.Options;

/// <summary>Number of reads of an operand that exceeds the convolution buffer.</summary>
public enum Passes
{
    /// <summary>Once: the lower bound of traffic.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The word that a scenario uses.")]
    Single,

    /// <summary>Once for each part of the other operand that fits: the rule of the workbook's ResNet-50 sheet.</summary>
    Multiple,
}
