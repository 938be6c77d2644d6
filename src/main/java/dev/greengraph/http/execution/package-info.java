/**
 * One operation of a known caller: its credentials are checked, it is read, admitted and executed. Entry class: {@link
 * dev.greengraph.http.execution.Execution}.
 */
@NullMarked
package dev.greengraph.http.execution;

import org.jspecify.annotations.NullMarked;
