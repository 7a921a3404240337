namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>One write of a driver.</summary>
/// <param name="Unit">The unit, such as <c>CDMA</c>.</param>
/// <param name="Register">The register, such as <c>D_BANK</c>.</param>
/// <param name="Value">The word.</param>
internal readonly record struct RegisterWrite(string Unit, string Register, uint Value)
{
    /// <summary>As a driver's listing has it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Unit}.{Register} = 0x{Value:X8}");
}
