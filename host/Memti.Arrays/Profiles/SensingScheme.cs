namespace Memti.Arrays.Profiles;

/// <summary>Read scheme of multi-level cells.</summary>
public enum SensingScheme
{
    /// <summary>2^b - 1 comparators per column decide in one step.</summary>
    Parallel,

    /// <summary>One comparator per column and a reference converter decide in b steps, most significant bit first.</summary>
    Sequential,
}
