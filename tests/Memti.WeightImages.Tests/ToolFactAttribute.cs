namespace Memti.WeightImages.Tests;

/// <summary>A test with programs of others; skipped where one of them is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        if (tools.FirstOrDefault(static tool => !Tool.IsThere(tool)) is { } missing)
            Skip = $"'{missing}' is not installed (apt-get install binutils srecord iverilog gcc)";
    }
}
