namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Layers for which the buffer holds one input line more than a kernel has rows.</summary>
public enum ExtraLine
{
    /// <summary>No layer.</summary>
    None,

    /// <summary>The first one: the workbook's ResNet-50.</summary>
    First,

    /// <summary>Every one: the workbook's AlexNet.</summary>
    All,
}
