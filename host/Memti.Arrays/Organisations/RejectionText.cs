namespace Memti.Arrays.Organisations;

/// <summary>Texts of the rules that refuse organisations.</summary>
public static class RejectionText
{
    /// <summary>The text of a rule, for reports.</summary>
    public static string Of(Rejection rejection) => rejection switch
    {
        Rejection.WordSplit => "word does not split over the active sub-arrays",
        Rejection.Partitioning => "cut into more parts than there are bits",
        Rejection.ColumnMultiple => "columns no multiple of 64",
        Rejection.SenseMultiplexer => "one column per sense amplifier is too narrow",
        Rejection.BitlineLeakage => "leakage of the other rows drowns the cell",
        Rejection.WordlineCurrent => "word line current too high for the widest driver",
        Rejection.BitlineCurrent => "bit line current too high for the widest multiplexer",
        Rejection.PrechargeWindow => "no precharge voltage leaves the sense amplifier its margin",
        Rejection.SensePitch => "sense amplifier wider than its columns",
        Rejection.BankAspect => "bank too long for its width",
        _ => "a limit of the request",
    };
}
