namespace System.Runtime.CompilerServices;

/// <summary>Required by the compiler for records and init properties. .NET Standard 2.0 lacks it.</summary>
internal static class IsExternalInit;
