namespace Memti.Plugins.Trials;

/// <summary>One law on one memory.</summary>
/// <param name="Subject">The memory's kind; or the plugin's file, where it did not get as far as offering one.</param>
/// <param name="Law">Name of the law.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Detail">What was seen, on one line.</param>
public sealed record LawResult(string Subject, string Law, LawVerdict Verdict, string Detail);
