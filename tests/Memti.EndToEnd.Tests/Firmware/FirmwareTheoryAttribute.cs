namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>A theory that builds firmware; skipped as a <see cref="FirmwareFactAttribute"/> is.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FirmwareTheoryAttribute : TheoryAttribute
{
    public FirmwareTheoryAttribute() => Skip = new FirmwareFactAttribute().Skip;
}
