namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Layers for which the buffer holds one more input line than the kernel has rows.</summary>
public enum ExtraLine
{
    /// <summary>No layer.</summary>
    None,

    /// <summary>The first layer, as in the workbook's ResNet-50.</summary>
    First,

    /// <summary>Every layer, as in the workbook's AlexNet.</summary>
    All,
}
