namespace Memti.EndToEnd.Tests;

/// <summary>A theory that takes minutes; run with <c>MEMTI_LONG_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute() =>
        Skip = Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") == "1" ? null : "it takes minutes; set MEMTI_LONG_TESTS=1";
}
